#!/usr/bin/env python3
"""StatsForecast on the same series as forecast-accuracy.java: series a CPU second, and forecasts for the scorer.

usage: forecast-statsforecast.py DATA_FOLDER SET MODEL OUT.csv [KEEP_ONE_IN] [MOST]
MODEL: AutoETS, AutoARIMA, AutoCES, DynamicOptimizedTheta. One thread; the first series warms the compiler up untimed.
Needs the package statsforecast.
"""
import csv
import gzip
import sys
import time
import warnings

import numpy as np
from statsforecast import models

csv.field_size_limit(10 ** 9)
warnings.filterwarnings('ignore')


def main(folder, name, model, out, keep_one_in='1', most='1000000'):
    rows = list(csv.DictReader(gzip.open('%s/%s_train.csv.gz' % (folder, name), 'rt')))[::int(keep_one_in)][:int(most)]
    make = getattr(models, model)
    spent = 0.0
    with open(out, 'w') as file:
        file.write('series_id,values,lo95,hi95\n')
        for i, row in enumerate([rows[0]] + rows):
            y = np.array([float(v) for v in row['values'].split()])
            start = time.process_time()
            f = make(season_length=int(row['m'])).forecast(y=y, h=int(row['h']), level=[95])
            if i > 0:
                spent += time.process_time() - start
                file.write(','.join([row['series_id']] + [' '.join('%.8g' % v for v in f[k])
                                                          for k in ('mean', 'lo-95', 'hi-95')]) + '\n')
    print('%s %s: %d series, %.2f series a CPU second' % (name, model, len(rows), len(rows) / spent))


if __name__ == '__main__':
    main(*sys.argv[1:])
