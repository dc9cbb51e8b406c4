#!/usr/bin/env python3
"""Kvartal beside StatsForecast on the same monthly series, with 95 % intervals: seconds from a cold start, and warm.

usage: forecast-speed.py CLASS_PATH [DATA_FOLDER] [--series N] [--runs N] [--most N]
CLASS_PATH names the classes of forecast/core with Commons Math and JSpecify. DATA_FOLDER holds m3_train.csv.gz and
m4_monthly_short_train.csv.gz (series_id, m, h, values); without it the series come from a fixed formula. The
contestants take turns on one thread each. --most is how many series the slow one gets in each run; its rate counts.
Cold is a fresh process with one series. Needs the package statsforecast.
"""
import csv
import gzip
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

PAIRS = [('ets', 'AutoETS', 100), ('ces', 'AutoCES', 100), ('dotm', 'DynamicOptimizedTheta', 400),
         ('arima', 'AutoARIMA', 15)]
HORIZON = 18
csv.field_size_limit(10 ** 9)


def series(folder, count):
    if folder is None:
        rows = []
        state = 1
        for i in range(count):
            values = []
            level = 100.0
            for t in range(48 + i % 73):
                state = (state * 1103515245 + 12345) % 2 ** 31
                level += 0.3 + 4 * (state / 2 ** 31 - 0.5)
                values.append('%.4f' % (level * (1 + 0.2 * math.sin(2 * math.pi * (t + i) / 12))))
            rows.append(('F%d' % i, values))
        return rows
    rows = []
    for name in ('m3', 'm4_monthly_short'):
        for row in csv.DictReader(gzip.open(os.path.join(folder, name + '_train.csv.gz'), 'rt')):
            values = row['values'].split()
            if row['m'] == '12' and 48 <= len(values) <= 120:
                rows.append((row['series_id'], values))
    return rows[::max(1, len(rows) // count)][:count]


def write(folder, name, rows):
    with gzip.open(os.path.join(folder, name + '_train.csv.gz'), 'wt') as file:
        file.write('series_id,period,m,h,category,start,n,values\n')
        for key, values in rows:
            file.write('%s,,12,%d,,,%d,%s\n' % (key, HORIZON, len(values), ' '.join(values)))


def rate(command):
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(text.split(' series a CPU second')[0].split()[-1])


def main(arguments):
    options = dict(zip(arguments[:-1], arguments[1:]))
    count, runs = int(options.get('--series', 2000)), int(options.get('--runs', 3))
    words = [a for i, a in enumerate(arguments)
             if not a.startswith('--') and (i == 0 or not arguments[i - 1].startswith('--'))]
    here = os.path.dirname(os.path.abspath(__file__))
    rows = series(words[1] if len(words) > 1 else None, count)
    with tempfile.TemporaryDirectory() as folder:
        write(folder, 'speed', rows)
        write(folder, 'first', rows[:1])
        subprocess.run(['javac', '-nowarn', '-d', folder, '-cp', words[0],
                        os.path.join(here, 'forecast-accuracy.java')], check=True)
        java = ['java', '-cp', words[0] + os.pathsep + folder, 'ForecastAccuracy', folder]
        python = [sys.executable, os.path.join(here, 'forecast-statsforecast.py'), folder]
        out = os.path.join(folder, 'out.csv')
        print('%d series of %d to %d values, horizon %d, %d runs, medians' % (
            len(rows), min(len(v) for _, v in rows), max(len(v) for _, v in rows), HORIZON, runs))
        print('method, ours series/s, StatsForecast series/s, ratio, ours cold s, StatsForecast cold s, ratio')
        for ours, theirs, most in PAIRS:
            most = int(options.get('--most', most))
            found = [[], [], [], []]
            for _ in range(runs):
                found[0].append(rate(java + ['speed', ours, out]))
                found[1].append(rate(python + ['speed', theirs, out, str(max(1, len(rows) // most)), str(most)]))
                for place, command in ((2, java + ['first', ours, out]), (3, python + ['first', theirs, out])):
                    start = time.time()
                    subprocess.run(command, check=True, capture_output=True)
                    found[place].append(time.time() - start)
            a, b, c, d = (statistics.median(x) for x in found)
            print('%s, %.0f, %.2f, %.0f, %.2f, %.2f, %.1f' % (theirs, a, b, a / b, c, d, d / c), flush=True)
        print('auto, %.0f' % statistics.median(rate(java + ['speed', 'auto', out]) for _ in range(runs)))


if __name__ == '__main__':
    main(sys.argv[1:])
