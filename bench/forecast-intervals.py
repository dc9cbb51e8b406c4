#!/usr/bin/env python3
"""Learns the calibration of the intervals of the default combination.

usage: forecast-intervals.py ERRORS.bin RESOURCE_FOLDER
ERRORS.bin: written by forecast-intervals.java from training parts only. Writes intervals.txt, the resource of
org.kvartal.forecast.timeseries.combination.Calibration, and prints coverage within the sample. Deterministic; needs numpy
only; about a minute.

Scale: exp(b . features) by side, least interval score at 80 and 95 % relative to the error of the seasonal naive method.
Sets count by the square root of their number of series, origins 1, 0.7 and 0.5 from the end. Factors: weighted quantiles
of error / scale by step, neighbouring steps together. What comes next is as a rule less calm than the average of what
came: a tenth is taken off the misses a level allows.
"""
import sys
import numpy as np

KINDS = ['none', 'short', 'long', 'long-seasons']
LEVELS = [.5, .8, .9, .95, .99]
ORIGIN = [0, 1, .7, .5]
HEAD = 10  # columns before the features
COUNT = 19
SCORED = [(.8, .6), (.95, 1)]  # levels and their part in the loss
MARGIN = .9
RIDGE = .001
STEPS = 300
MOST = 60000  # rows that scales are learned from
FEWEST = 300  # errors behind a factor, and at least a tenth of those of the first step
SMALL = 1000  # series of a kind, below which only the first few features are learned


def read(path):
    rows = np.fromfile(path, dtype='>f4').astype(np.float64).reshape(-1, HEAD + 2 * COUNT)
    print('%d errors' % len(rows))
    return rows


def weights(d):
    """Each set and season by the root of its series, origins by their age; add up to 1."""
    w = np.zeros(len(d))
    group = d[:, 1] * 1000 + d[:, 2]
    for g in np.unique(group):
        i = group == g
        age = np.array(ORIGIN)[d[i, 4].astype(int)]
        w[i] = age / age.sum() * np.sqrt(len(np.unique(d[i, 3])))
    return w / w.sum()


def learn(d, side, w, features):
    every = max(1, len(d) // MOST)
    keep = (d[:, 3] * 7 + d[:, 5]) % every == 0
    d, w = d[keep], w[keep]
    x, u, e = parts(d, side)
    q, unit, group = d[:, 6], (d[:, 8] + d[:, 9]) / 2, d[:, 1] * 1000 + d[:, 2]
    # A series whose scale is close to 0 must not rule, nor a set.
    v = u / np.maximum(q, unit / 30)
    for g in np.unique(group):
        i = group == g
        v[i] *= w[i] / np.average((unit / np.maximum(q, unit / 30))[i], weights=w[i])
    v /= v.sum()
    centre, spread = x.mean(0), x.std(0) + 1e-6
    centre[0], spread[0] = 0, 1
    z = (x - centre) / spread * features
    b, ratio = np.zeros(COUNT), np.log(.6)
    first, second = np.zeros(COUNT + 1), np.zeros(COUNT + 1)
    r = e / u
    for t in range(1, STEPS + 1):  # Adam
        scale = np.exp(np.clip(z @ b, -3, 3))
        slope, by_ratio = np.zeros(len(d)), 0
        for level, part in SCORED:
            width = scale * (1 if level == .95 else np.exp(ratio))
            s = part * v * (1 - 2 / (1 - level) * (r > width)) * width
            slope += s
            by_ratio += s.sum() if level != .95 else 0
        g = np.append(slope @ z + RIDGE * np.append(0, b[1:]), by_ratio)
        first, second = .9 * first + .1 * g, .99 * second + .01 * g * g
        rate = .04 if t < .5 * STEPS else .01 if t < .8 * STEPS else .003
        change = rate * first / (1 - .9 ** t) / (np.sqrt(second / (1 - .99 ** t)) + 1e-8)
        b, ratio = b - change[:-1], ratio - change[-1]
    c = b * features / spread
    c[0] = b[0] - np.sum((b * features / spread * centre)[1:])
    return c


def parts(d, side):
    start = HEAD if side == 'below' else HEAD + COUNT
    return d[:, start:start + COUNT], d[:, 8 if side == 'below' else 9], d[:, 7] * (-1 if side == 'below' else 1)


def factors(step, r, w):
    """By step: quantiles of r, of the step and its neighbours; far steps in groups."""
    rows = {}
    for s in [s for s in range(1, int(step.max()) + 1) if s <= 12 or s % 6 == 0]:
        near = np.abs(step - s) <= (0 if s < 3 else 1 if s < 9 else 3)
        if near.sum() >= max(FEWEST, .1 * (step == 1).sum()) and (step == s).any():
            rows[s] = quantiles(r[near], w[near])
    return rows


def quantiles(r, w):
    order = np.argsort(r)
    share = np.cumsum(w[order]) / w.sum()
    found = [max(.02, r[order][min(len(r) - 1, np.searchsorted(share, 1 - (1 - level) * MARGIN / 2))]) for level in LEVELS]
    return np.maximum.accumulate(found)


def main(errors, folder):
    d = read(errors)
    lines = []
    for k, kind in enumerate(KINDS):
        e = d[d[:, 0] == k]
        w = weights(e)
        features = np.ones(COUNT)
        if len({(s, n) for s, n in e[:, [1, 3]]}) < SMALL:
            features[[2, 3, 4, 5, 7, 9, 11, 12, 13, 14, 15, 16, 17, 18]] = 0
        inside = []
        for side in ('below', 'above'):
            b = learn(e, side, w, features)
            x, u, error = parts(e, side)
            r = error / (u * np.exp(np.clip(x @ b, -3, 3)))
            lines.append('%s-%s-scale ' % (kind, side) + ' '.join('%.4f' % v for v in b))
            table = factors(e[:, 5], r, w)
            lines += ['%s-%s-%d ' % (kind, side, s) + ' '.join('%.3f' % v for v in row) for s, row in table.items()]
            steps = np.array(sorted(table))
            at = steps[np.maximum(0, np.searchsorted(steps, e[:, 5], side='right') - 1)]
            inside.append([r <= np.array([table[s][i] for s in at]) for i in (1, 3)])
        for level, i in ((80, 0), (95, 1)):
            print('%s %d %%: %.3f' % (kind, level, np.average(inside[0][i] & inside[1][i], weights=w)))
    with open(folder + '/intervals.txt', 'w') as out:
        out.write('# Learned by bench/forecast-intervals.py from the ends of training series; no test value was used.\n')
        out.write('# Season class and side: scale, the coefficients of IntervalFeatures in its order; then by step the factors\n')
        out.write('# for the levels 50, 80, 90, 95 and 99 %: see Calibration.\n')
        out.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
