#!/usr/bin/env python3
"""Learns the weights of the default combination and the factors of its intervals.

usage: forecast-weights.py MEMBERS.csv RESOURCE_FOLDER
MEMBERS.csv: written by forecast-members.java from training parts only. Writes weights.txt and intervals.txt, the resources
of org.kvartal.forecast.timeseries.combination. Deterministic. Needs numpy only.

Weights: softmax of a linear score of the features, per method. Loss: sMAPE and MASE of the weighted mean, each relative
to Naive2, every set of equal weight (less if below 500 series), plus RIDGE times the squared coefficients. Series
without season are not weighted but combined by the median, so they are left out.
Factors: quantiles of (actual - forecast) / unit over all origins, by season class and step.
"""
import sys
import numpy as np

METHODS = ['ets', 'dynamic-optimised-theta', 'theta', 'ces', 'arima', 'autoregression', 'simple-smoothing', 'damped-trend']
CORE = [0, 1, 3, 4, 5]
CORE_WITHOUT_SEASON = [0, 1, 3, 5]
LEVELS = [.5, .8, .9, .95, .99]
RIDGE = 0.004
STEPS = 300
RATE = 0.03
FEWEST = 300  # errors behind a factor


def read(path):
    """Origins as dicts: set, m, q (scale), and numbers by kind."""
    origins = {}
    for line in open(path):
        name, series, origin, m, q, kind, numbers = line.rstrip('\n').split(',')
        o = origins.setdefault((name, series, origin), {'set': name, 'm': int(m), 'q': float(q)})
        o[kind] = np.array([float(v) for v in numbers.split()])
    return [o for o in origins.values() if o['q'] > 0 and not np.isnan(o['actual']).any()]


def errors(forecast, actual, mask, q):
    size = np.abs(actual) + np.abs(forecast)
    size[size == 0] = 1
    return (200 * np.abs(actual - forecast) / size * mask).sum(1), (np.abs(actual - forecast) * mask).sum(1) / q


def learn(origins):
    count, longest = len(origins), max(len(o['actual']) for o in origins)
    means = np.zeros((count, len(METHODS), longest))
    actual, mask, naive2 = (np.zeros((count, longest)) for _ in range(3))
    for i, o in enumerate(origins):
        h = len(o['actual'])
        actual[i, :h], mask[i, :h], naive2[i, :h] = o['actual'], 1 / h, o['naive2']
        means[i, :, :h] = [o[k + ' mean'] for k in METHODS]
    q = np.array([o['q'] for o in origins])
    x = np.array([o['features'] for o in origins])
    group = np.array(['%s-%d' % (o['set'], o['m']) for o in origins])
    smape2, mase2 = errors(naive2, actual, mask, q)
    a, b = np.zeros(count), np.zeros(count)
    names = sorted(set(group))
    for name in names:
        i = group == name
        share = min(1, np.sqrt(i.sum() / 500)) / i.sum() / 2
        a[i], b[i] = share / smape2[i].mean(), share / np.minimum(mase2[i], 20).mean()
    w = np.zeros((x.shape[1], len(METHODS)))
    first, second = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, STEPS + 1):  # Adam
        p = softmax(x @ w)
        f = np.einsum('nk,nkh->nh', p, means)
        e, size = f - actual, np.abs(actual) + np.abs(f)
        size[size == 0] = 1
        # A series whose scale is close to 0 must not rule: its share of the slope is cut.
        cut = np.where(errors(f, actual, mask, q)[1] > 20, 0.1, 1)
        slope = 200 * (np.sign(e) * size - np.abs(e) * np.sign(f)) / size ** 2 * mask * a[:, None]
        slope += np.sign(e) * mask * (b / q * cut)[:, None]
        by_weight = np.einsum('nh,nkh->nk', slope, means)
        g = x.T @ (p * (by_weight - (p * by_weight).sum(1, keepdims=True))) + RIDGE * w
        first, second = .9 * first + .1 * g, .999 * second + .001 * g * g
        rate = RATE if t < .6 * STEPS else RATE / 5
        w -= rate * first / (1 - .9 ** t) / (np.sqrt(second / (1 - .999 ** t)) + 1e-8)
    return w


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def combined(o, w):
    """Mean and unit distances as Auto computes them."""
    if 'long-seasons mean' in o:
        return 'long-seasons', o['long-seasons mean'], o['long-seasons below'], o['long-seasons above']
    means, below, above = (np.array([o[k + side] for k in METHODS]) for side in (' mean', ' below', ' above'))
    share = np.zeros(len(METHODS))
    if o['m'] == 1:
        share[CORE_WITHOUT_SEASON] = 1 / len(CORE_WITHOUT_SEASON)
        return 'none', np.median(means[CORE_WITHOUT_SEASON], axis=0), share @ below, share @ above
    learned = softmax(o['features'] @ w)
    share[CORE] = 1 / len(CORE)
    mean = (learned @ means + np.median(means[CORE], axis=0)) / 2
    share = (share + learned) / 2
    return 'short' if o['m'] <= 7 else 'long', mean, share @ below, share @ above


def factors(origins, w):
    ratios = {}
    for o in origins:
        kind, mean, below, above = combined(o, w)
        for h in range(len(mean)):
            step = h + 1 if kind != 'long-seasons' else 1 if h < 12 else 13 if h < 24 else 25
            if below[h] > 0 and above[h] > 0:
                e = o['actual'][h] - mean[h]
                ratios.setdefault((kind, step), []).append(e / (below[h] if e < 0 else above[h]))
    rows = []
    for (kind, step), r in sorted(ratios.items()):
        if len(r) >= FEWEST:
            for side, sign in (('below', -1), ('above', 1)):
                quantiles = [max(.01, sign * np.quantile(r, .5 + sign * level / 2)) for level in LEVELS]
                rows.append('%s-%s-%d ' % (kind, side, step) + ' '.join('%.3f' % v for v in quantiles))
    return rows


def main(members, folder):
    head = ('# Learned by bench/forecast-weights.py from the ends of training series; no test value was used.\n')
    origins = [o for o in read(members) if 'long-seasons mean' in o or all(k + ' mean' in o for k in METHODS)]
    w = learn([o for o in origins if o['m'] > 1 and 'features' in o])
    with open(folder + '/weights.txt', 'w') as out:
        out.write(head + '# One line a method; columns: see SeriesFeatures, in its order.\n')
        for k, name in enumerate(METHODS):
            out.write(name + ' ' + ' '.join('%.4f' % v for v in w[:, k]) + '\n')
    with open(folder + '/intervals.txt', 'w') as out:
        out.write(head + '# Season class, side and step; factors for the levels 50, 80, 90, 95 and 99 %: see Calibration.\n')
        out.write('\n'.join(factors(origins, w)) + '\n')
    print('%d origins' % len(origins))


if __name__ == '__main__':
    main(*sys.argv[1:])
