#!/usr/bin/env python3
"""Learns the weights of the default combination.

usage: forecast-weights.py MEMBERS.csv weights.txt      learns from all origins
       forecast-weights.py MEMBERS.csv check            how good weights are on series and times they have not seen
MEMBERS.csv: written by forecast-members.java from training parts only. weights.txt: the resource of
org.kvartal.forecast.timeseries.combination. Deterministic. Needs numpy only.

Softmax of a linear score of the features, per method, apart for series with and without season. Loss: sMAPE and MASE of
the weighted mean, each relative to Naive2, plus RIDGE times the squared coefficients; sets of many series count for more,
but less than in proportion (POWER).
"""
import sys
import numpy as np

POWER = 0.6
RIDGE = 1e-4
EPOCHS = 12
BATCH = 1024
RATE = 0.005
EQUAL = {'plain': 0.5, 'season': 0}  # how far Weights.java draws towards equal weights
MOST_MASE = 20  # a series whose scale is close to 0 must not rule


def read(path):
    """Origins as dicts: set, series, cut, m, q (scale), and numbers by kind."""
    origins = {}
    for line in open(path):
        name, series, cut, m, q, kind, numbers = line.rstrip('\n').split(',')
        o = origins.setdefault((name, series, cut), {
            'set': name, 'series': series, 'cut': int(cut), 'm': int(m), 'q': float(q)})
        o[kind] = np.array(numbers.split(), np.float32)
    return list(origins.values())


class Origins:
    """Arrays over the origins of one class; all values by the size of the series."""

    def __init__(self, origins):
        known = {'set', 'series', 'cut', 'm', 'q', 'actual', 'naive2', 'features'}
        self.methods = []
        for o in origins:
            self.methods += [k for k in o if k not in known and k not in self.methods]
        count, longest = len(origins), max(len(o['actual']) for o in origins)
        self.means = np.zeros((count, len(self.methods), longest), np.float32)
        self.has = np.zeros((count, len(self.methods)), bool)
        self.actual, self.mask, self.naive2 = (np.zeros((count, longest), np.float32) for _ in range(3))
        self.q = np.zeros(count, np.float32)
        self.x = np.array([o['features'] for o in origins])
        self.set = np.array([o['set'] for o in origins])
        self.group = np.array(['%s-%d' % (o['set'], o['m']) for o in origins])
        self.cut = np.array([o['cut'] for o in origins])
        self.fold = np.array([sum(map(ord, o['series'])) * 7919 % 2 for o in origins])
        for i, o in enumerate(origins):
            h = len(o['actual'])
            unit = np.abs(o['naive2']).mean() or 1
            self.actual[i, :h], self.naive2[i, :h] = o['actual'] / unit, o['naive2'] / unit
            self.mask[i, :h], self.q[i] = 1 / h, o['q'] / unit
            for k, method in enumerate(self.methods):
                if method in o:
                    self.means[i, k, :h], self.has[i, k] = o[method] / unit, True
        self.smape2, self.mase2 = self.errors(self.naive2)

    def errors(self, forecast):
        size = np.abs(self.actual) + np.abs(forecast)
        size[size == 0] = 1
        miss = np.abs(self.actual - forecast) * self.mask
        return (200 * miss / size).sum(1), miss.sum(1) / self.q

    def owa(self, forecast, which):
        smape, mase = self.errors(forecast)
        return {name: (smape[i].mean() / self.smape2[i].mean() + mase[i].mean() / self.mase2[i].mean()) / 2
                for name in sorted(set(self.group)) for i in [which & (self.group == name)] if i.sum() > 30}


def softmax(scores, has):
    scores = np.where(has, scores, -1e9)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def shares(d, which):
    """What a unit of sMAPE and of MASE of each origin counts."""
    a, b = np.zeros_like(d.q), np.zeros_like(d.q)
    for name in set(d.group):
        i = which & (d.group == name)
        if i.any():
            share = float(i.sum()) ** (POWER - 1)
            a[i] = share / d.smape2[i].mean()
            b[i] = share / np.minimum(d.mase2[i], MOST_MASE).mean()
    total = (a * d.smape2 + b * np.minimum(d.mase2, MOST_MASE))[which].mean()
    return a / total, b / total


def learn(d, which):
    """The coefficients, features by methods, from the origins {which}."""
    random = np.random.default_rng(1)
    centre, spread = d.x[which].mean(0), d.x[which].std(0)
    centre[spread < 1e-6] = 0  # the constant, and what does not vary in this class
    spread[spread < 1e-6] = 1
    z = (d.x - centre) / spread
    a, b = shares(d, which)
    w = np.zeros((z.shape[1], len(d.methods)), np.float32)
    first, second = np.zeros_like(w), np.zeros_like(w)
    index = np.flatnonzero(which)
    steps = EPOCHS * (len(index) // BATCH)
    t = 0
    for _ in range(EPOCHS):
        random.shuffle(index)
        for start in range(0, len(index) - BATCH + 1, BATCH):
            i = index[start:start + BATCH]
            t += 1
            g = slope(d, i, softmax(z[i] @ w, d.has[i]), z[i], a[i], b[i]) + RIDGE * w
            first, second = .9 * first + .1 * g, .99 * second + .01 * g * g
            rate = RATE * (1 + np.cos(np.pi * t / steps)) / 2
            w -= rate * first / (1 - .9 ** t) / (np.sqrt(second / (1 - .99 ** t)) + 1e-8)
    plain = w / spread[:, None]
    plain[0] -= centre @ plain
    return plain


def slope(d, i, p, z, a, b):
    """The gradient of the loss of origins i, whose weights are p."""
    means = d.means[i]
    f = np.matmul(p[:, None, :], means)[:, 0]
    e, size = f - d.actual[i], np.abs(d.actual[i]) + np.abs(f)
    size[size == 0] = 1
    cut = np.where((np.abs(e) * d.mask[i]).sum(1) / d.q[i] > MOST_MASE, .1, 1)
    by_step = 200 * (np.sign(e) * size - np.abs(e) * np.sign(f)) / size ** 2 * a[:, None]
    by_step = (by_step + np.sign(e) * (b / d.q[i] * cut)[:, None]) * d.mask[i]
    by_weight = np.matmul(means, by_step[:, :, None])[:, :, 0]
    return z.T @ (p * (by_weight - (p * by_weight).sum(1, keepdims=True))) / len(i)


def combined(d, w, equal=0):
    p = (1 - equal) * softmax(d.x @ w, d.has) + equal * d.has / d.has.sum(1, keepdims=True)
    return np.matmul(p[:, None, :], d.means)[:, 0]


def check(d, share):
    """OWA at the last cut, by set: equal weights, weights of other series and earlier cuts, weights of other sets."""
    last = d.cut == 1
    equal = combined(d, np.zeros((d.x.shape[1], len(d.methods))))
    earlier, other = np.zeros_like(d.actual), np.zeros_like(d.actual)
    for fold in (0, 1):
        test = d.fold == fold
        earlier[test] = combined(d, learn(d, ~test & (d.cut > 1)), share)[test]
    for name in sorted(set(d.set)):
        test = d.set == name
        other[test] = combined(d, learn(d, ~test), share)[test]
    table('', d, last, [equal, earlier, other])
    if (d.cut == 0).any():
        table('from 1 to 2 seasons', d, d.cut == 0, [equal, other])


def table(title, d, which, forecasts):
    heads = ['equal', 'earlier', 'others'] if len(forecasts) == 3 else ['equal', 'others']
    print('%-24s' % title + ''.join('%8s' % head for head in heads))
    scores = [d.owa(forecast, which) for forecast in forecasts]
    for name in scores[0]:
        print('%-24s' % name + ''.join('%8.4f' % score[name] for score in scores))


def main(members, target):
    origins = read(members)
    classes = {'plain': Origins([o for o in origins if o['m'] == 1]),
               'season': Origins([o for o in origins if o['m'] > 1])}
    if target == 'check':
        for name, d in classes.items():
            check(d, EQUAL[name])
        return
    with open(target, 'w') as out:
        out.write('# Learned by bench/forecast-weights.py from the ends of training series; no test value was used.\n')
        out.write('# One line a method; columns: see SeriesFeatures, in its order.\n')
        for name, d in classes.items():
            w = learn(d, np.ones(len(d.q), bool))
            for k, method in enumerate(d.methods):
                out.write('%s/%s %s\n' % (name, method, ' '.join('%.4f' % v for v in w[:, k])))
            print('%s: %d origins' % (name, len(d.q)))
            for method, share in zip(d.methods, softmax(d.x @ w, d.has).mean(0)):
                print('  %-34s %.3f' % (method, share))


if __name__ == '__main__':
    main(*sys.argv[1:])
