#!/usr/bin/env python3
"""Scores what bench/forecast-hierarchy.java wrote, beside hierarchicalforecast on the same base forecasts and errors.

usage: forecast-hierarchy.py FOLDER PANEL...
MASE, coverage and MSIS are means over the series of a level, then over levels. Series that ended before the test are left out.
"""
import sys
import numpy as np
from hierarchicalforecast.methods import BottomUp, MinTrace


def numbers(text):
    return np.array([float(x) for x in text.split()])


def main(folder, panels):
    for panel in panels:
        lines = [line.rstrip("\n") for line in open(f"{folder}/{panel}.txt")]
        m, h = map(int, lines[0].split(";"))
        rows = [line.split(";") for line in lines[1:]]
        errors = np.array([numbers(r[14]) for r in rows])
        y = np.array([numbers(r[3]) for r in rows])
        level = np.array([int(r[1]) for r in rows])
        members = [list(map(int, r[2].split())) for r in rows]
        s = np.zeros((len(rows), max(map(max, members)) + 1))
        for i, group in enumerate(members):
            s[i, group] = 1
        train, test = y[:, :-h], y[:, -h:]
        q = np.nanmean(np.abs(train[:, m:] - train[:, :-m]), axis=1)
        scored = (q > 0) & (test != 0).any(axis=1)

        def by_level(values):
            return np.array([values[(level == l) & scored].mean() for l in range(level.max() + 1)])

        def mase(forecast):
            return by_level(np.abs(test - forecast).mean(axis=1) / q)

        parts = [np.array([numbers(r[i]) for r in rows]) for i in range(4, 14)]
        base, low, high, own, own_low, own_high, low80, high80, own_low80, own_high80 = parts
        before = mase(base)
        print(f"{panel}: {len(rows)} nodes, base MASE {before.mean():.4f}, by level {np.round(before, 3)}")

        def show(name, forecast):
            after = mase(forecast)
            print(f"  {name:32s} MASE {after.mean():.4f} {100 * (after.mean() / before.mean() - 1):+.2f} %"
                  f"  by level {np.round(100 * (after / before - 1), 1)}")

        show("kvartal", own)
        zero = np.zeros_like(errors)
        show("hierarchicalforecast bottom_up", BottomUp().fit_predict(S=s, y_hat=base)["mean"])
        for method in ("ols", "wls_struct", "wls_var", "mint_shrink"):
            result = MinTrace(method).fit_predict(S=s, y_hat=base, y_insample=errors, y_hat_insample=zero)["mean"]
            show("hierarchicalforecast " + method, result)

        def intervals(name, lo, hi, lo80, hi80):
            score = ((hi - lo) + 40 * np.maximum(lo - test, 0) + 40 * np.maximum(test - hi, 0)).mean(axis=1) / q
            inside = by_level(((test >= lo) & (test <= hi)).mean(axis=1)).mean()
            inside80 = by_level(((test >= lo80) & (test <= hi80)).mean(axis=1)).mean()
            print(f"  {name:32s} coverage of 95 %: {inside:.3f}, of 80 %: {inside80:.3f}, MSIS {by_level(score).mean():.2f}")

        intervals("base", low, high, low80, high80)
        intervals("kvartal", own_low, own_high, own_low80, own_high80)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
