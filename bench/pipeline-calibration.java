import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kvartal.forecast.pipeline.QuarterOutlook;
import org.kvartal.forecast.pipeline.simulation.PointScore;
import org.kvartal.forecast.pipeline.simulation.PointScore.Losses;

/**
 * Outlooks of simulated pipelines beside the true distribution; 12 points for each seed.
 *
 * usage: java -cp CLASSES bench/pipeline-calibration.java test|development [FIRST_SEED [SEEDS [DRAWS]]]
 */
class PipelineCalibration {
    public static void main(String[] args) {
        long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 301;
        int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        int draws = args.length > 3 ? Integer.parseInt(args[3]) : 2000;
        Stream<PointScore> points = switch (args[0]) {
            case "test" -> PointScore.ofTest(firstSeed, seeds, draws, new QuarterOutlook());
            case "development" -> PointScore.ofDevelopment(firstSeed, seeds, draws, new QuarterOutlook());
            default -> throw new IllegalArgumentException("Invalid worlds: " + args[0]);
        };
        System.out.println("world     as of       mean/true  cover  loss/true  better than stages  brier/true");
        List<PointScore> scores = new ArrayList<>();
        points.forEach(score -> {
            scores.add(score);
            line("%-9s %s  %9.3f  %5.2f  %9.3f  %18.2f  %10.3f", score.world(), score.asOf(),
                    score.mean() / score.trueMean(), score.cover(), score.expectedLosses().ratioToTruth(),
                    score.expectedLosses().improvement(), score.brier() / score.trueBrier());
        });
        System.out.println();
        scores.stream().map(PointScore::world).distinct().forEach(world ->
                summary(world, scores.stream().filter(score -> score.world().equals(world)).toList()));
        summary("all", scores);
    }

    static void summary(String name, List<PointScore> scores) {
        Losses came = PointScore.cameLosses(scores);
        Losses expected = PointScore.expectedLosses(scores);
        line("%-9s %d points; pinball by the truth's %.3f (of what came %.3f); better than stage-weighted %.2f (%.2f);"
                        + " P10 to P90 holds %.3f of the truth, and what came in %d; Brier by the truth's %.3f",
                name, scores.size(), expected.ratioToTruth(), came.ratioToTruth(), expected.improvement(),
                came.improvement(), scores.stream().mapToDouble(PointScore::cover).average().orElseThrow(),
                scores.stream().filter(PointScore::isCovered).count(), PointScore.brierRatio(scores));
    }

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
