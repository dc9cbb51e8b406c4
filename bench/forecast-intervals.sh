#!/bin/sh
# Learns the intervals of the default forecast again, after its methods or their weights have changed.
# usage: bench/forecast-intervals.sh CLASS_PATH DATA_FOLDER     (from the root of the repository; about two minutes)
set -eu
resources=forecast/core/src/main/resources/org/kvartal/forecast/timeseries/combination
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
java -cp "$1" bench/forecast-intervals.java "$2" "$errors" \
  m4_yearly m4_quarterly m4_monthly_short m3 tourism m1 m4comp2016 m4_weekly m4_hourly
python3 bench/forecast-intervals.py "$errors" "$resources"
