#!/usr/bin/env python3
"""Writes the reference outputs with which the tests of the forecasting methods compare.

usage: forecast-golden.py DATA_FOLDER OUT_FOLDER
DATA_FOLDER holds {m3,m4_yearly,m4_quarterly,m4_monthly_short}_train.csv.gz (series_id, period, m, h, values).
OUT_FOLDER is forecast/core/src/test/resources/org/kvartal/forecast/timeseries/references. Of each competition and
frequency four series are taken, at even steps of those sorted by length; forecast-golden.R adds what R says of them.
Nothing is random: a second run with the same versions writes the same bytes. Needs the packages statsforecast and,
for R, forecast.
"""
import csv
import gzip
import os
import subprocess
import sys
import warnings

import numpy as np
import statsforecast
from statsforecast.models import AutoARIMA, AutoCES, AutoETS, DynamicOptimizedTheta

SOURCES = [('m3', 'yearly'), ('m4_yearly', 'yearly'), ('m3', 'quarterly'), ('m4_quarterly', 'quarterly'),
           ('m3', 'monthly'), ('m4_monthly_short', 'monthly')]
EACH = 4
SHORTEST, LONGEST = 15, 120
HORIZON = {1: 6, 4: 6, 12: 8}
csv.field_size_limit(10 ** 9)
warnings.filterwarnings('ignore')


def chosen(folder, name, period):
    """Series of even lengths: id, season and the values as they stand in the file."""
    rows = []
    for row in csv.DictReader(gzip.open(os.path.join(folder, name + '_train.csv.gz'), 'rt')):
        values = row['values'].split()
        if row['period'] == period and SHORTEST <= len(values) <= LONGEST and all(float(v) > 0 for v in values):
            rows.append((len(values), row['series_id'], int(row['m']), values))
    rows.sort()
    return [rows[int(len(rows) * (i + 0.5) / EACH)][1:] for i in range(EACH)]


def numbers(values):
    return ' '.join('%.7g' % v for v in values)


def write_series(path, series):
    with open(path, 'w') as file:
        file.write('# Public series: N of the M3 competition (R package Mcomp), Y, Q and M of the M4 competition\n'
                   '# (github.com/Mcompetitions/M4-methods; monthly ones without their last 18 values).\n'
                   '# Written by bench/forecast-golden.py, as are the files beside it.\n')
        for name, m, values in series:
            file.write('%s season %d\n%s horizon %d\n%s values %s\n' % (name, m, name, HORIZON[m], name, ' '.join(values)))


def lines(name, m, values):
    """What StatsForecast says of one series."""
    y = np.array([float(v) for v in values])
    for key, model in [('AutoETS', AutoETS(season_length=m)), ('AutoCES', AutoCES(season_length=m)),
                       ('DynamicOptimizedTheta', DynamicOptimizedTheta(season_length=m)),
                       ('AutoARIMA', AutoARIMA(season_length=m))]:
        fitted = model.fit(y)
        yield '%s %s mean %s' % (name, key, numbers(fitted.predict(HORIZON[m])['mean']))
        state = fitted.model_
        if key == 'AutoETS':
            yield '%s %s aicc %.9g' % (name, key, state['aicc'])
        elif key == 'DynamicOptimizedTheta':
            par = state['par']
            yield '%s %s season %d' % (name, key, state.get('decompose', False))
            yield '%s %s parameters %s' % (name, key, ' '.join('%.10g' % par[k] for k in ('initial_smoothed', 'alpha', 'theta')))
        elif key == 'AutoARIMA':
            p, q, sp, sq, _, d, sd = state['arma']
            yield '%s %s order %d %d %d %d %d %d' % (name, key, p, d, q, sp, sd, sq)
            yield '%s %s aicc %.9g' % (name, key, state['aicc'])


def main(data, out):
    series = [row for name, period in SOURCES for row in chosen(data, name, period)]
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, 'series.txt')
    write_series(path, series)
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'forecast-golden.R')
    subprocess.run(['Rscript', script, path, out], check=True)
    with open(os.path.join(out, 'statsforecast.txt'), 'w') as file:
        file.write('# StatsForecast %s (Python): AutoETS, AutoCES, DynamicOptimizedTheta and AutoARIMA(season_length).fit(y).predict(h)\n'
                   '# parameters of DynamicOptimizedTheta: initial level, alpha, theta; season: whether one was taken out.\n'
                   '# Written by bench/forecast-golden.py.\n' % statsforecast.__version__)
        for row in series:
            for line in lines(*row):
                file.write(line + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
