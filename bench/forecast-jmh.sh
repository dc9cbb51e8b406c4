#!/bin/sh
# The inner loops of the forecasting methods under JMH, with what they allocate.
# usage: forecast-jmh.sh CLASS_PATH JMH_PATH [JMH options]
# CLASS_PATH names the classes of forecast/core with Commons Math and JSpecify, JMH_PATH the jars of jmh-core and
# jmh-generator-annprocess 1.37 with jopt-simple 5.0.4. The annotation processor runs here and not in the build.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
classes=$1
jmh=$2
shift 2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
find "$here/forecast-jmh" -name '*.java' | sort > "$out/sources"
javac -d "$out" -cp "$classes:$jmh" -processorpath "$jmh" @"$out/sources"
java -cp "$out:$classes:$jmh" org.openjdk.jmh.Main -bm avgt -tu us -f 1 -wi 3 -w 1 -i 3 -r 1 -prof gc "$@"
