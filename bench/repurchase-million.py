#!/usr/bin/env python3
"""Kvartal beside lifetimes on the purchases of a million customers: from the file to what each customer will buy.

usage: repurchase-million.py KVARTAL FOLDER [--customers N]
KVARTAL is the launcher, or a command in quotes. The purchases are drawn from the BG/NBD model by a fixed seed, with 3 to
5 purchases on each day of buying, so that a million customers have about twenty million rows (--customers, default
1,000,000), and are written to FOLDER once. Both read the file, merge purchases of a day, fit BG/NBD and write the
expected purchases of the next 13 weeks. Prints seconds, processor seconds, memory, parameters, and how far the
expectations are apart. Needs the packages lifetimes, pandas and numpy.
"""
import os
import resource
import shlex
import subprocess
import sys
import time

UNTIL = '2025-12-31'
DAYS = 730
HORIZON = 91
TRUTH = {'r': 0.8, 'alpha': 6.0, 'a': 0.6, 'b': 4.0}


def write(path, customers):
    import numpy as np
    random = np.random.default_rng(20251231)
    entered = random.integers(0, DAYS - 60, customers)
    rate = random.gamma(TRUTH['r'], 1 / (TRUTH['alpha'] * 7), customers)
    drop = random.beta(TRUTH['a'], TRUTH['b'], customers)
    last = np.datetime64(UNTIL)
    with open(path, 'w') as file:
        file.write('customer,day,paid\n')
        live = np.arange(customers)
        day = entered.astype(float)
        while len(live):
            for line in range(1, 1 + int(random.integers(3, 6))):
                dates = (last - (DAYS - 1 - day[live].astype(int)).astype('timedelta64[D]')).astype(str)
                file.writelines('c%07d,%s,%d.50\n' % (i, d, line * 7) for i, d in zip(live, dates))
            day[live] += random.exponential(1, len(live)) / rate[live]
            live = live[(random.random(len(live)) >= drop[live]) & (day[live] < DAYS)]


def lifetimes(path, out):
    import pandas as pd
    from lifetimes import BetaGeoFitter
    from lifetimes.utils import summary_data_from_transaction_data
    rows = pd.read_csv(path, usecols=['customer', 'day'], parse_dates=['day'])
    summary = summary_data_from_transaction_data(
        rows, 'customer', 'day', observation_period_end=UNTIL, freq='D', freq_multiplier=7)
    model = BetaGeoFitter(penalizer_coef=0.0)
    model.fit(summary['frequency'], summary['recency'], summary['T'])
    summary['expected'] = model.conditional_expected_number_of_purchases_up_to_time(
        HORIZON / 7, summary['frequency'], summary['recency'], summary['T'])
    summary[['expected']].to_csv(out)
    print(' '.join('%s=%.6f' % item for item in model.params_.items()))


def timed(name, command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.time()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.time() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode != 0:
        sys.exit('Cannot run %s: %s' % (name, done.stderr[-2000:]))
    print('%-10s %7.1f s %7.1f processor s   most memory so far %5.1f GB' % (
        name, seconds, processor, after.ru_maxrss / 1e6))
    print('           ' + ' '.join(line for line in done.stdout.split('\n') if '=' in line or ' ' in line)[:300])


def compare(ours, theirs):
    import pandas as pd
    both = pd.read_csv(ours).merge(pd.read_csv(theirs), on='customer', suffixes=('', '_lifetimes'))
    apart = (both['expected'] - both['expected_lifetimes']).abs()
    print('customers %d, expected purchases %.1f and %.1f, apart at most %.2g, in the mean %.2g' % (
        len(both), both['expected'].sum(), both['expected_lifetimes'].sum(), apart.max(), apart.mean()))


def main(arguments):
    if arguments[0] == '--lifetimes':
        return lifetimes(arguments[1], arguments[2])
    customers = int(arguments[arguments.index('--customers') + 1]) if '--customers' in arguments else 1_000_000
    kvartal, folder = shlex.split(arguments[0]), arguments[1]
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, 'purchases-%d.csv' % customers)
    if not os.path.exists(path):
        write(path, customers)
    with open(path) as file:
        print('rows %d, customers %d, %d MB' % (sum(1 for _ in file) - 1, customers, os.path.getsize(path) / 1e6))
    ours, theirs = os.path.join(folder, 'kvartal.csv'), os.path.join(folder, 'lifetimes.csv')
    timed('kvartal', kvartal + [
        'analyze', 'repurchase', '--transactions', path, '--customer', 'customer', '--date', 'day', '--until', UNTIL,
        '--horizon', str(HORIZON), '--model', 'bgnbd', '--out', ours])
    timed('lifetimes', [sys.executable, os.path.abspath(__file__), '--lifetimes', path, theirs])
    compare(ours, theirs)


if __name__ == '__main__':
    main(sys.argv[1:])
