# R's ets, auto.arima and thetaf with 95 % intervals on monthly series of 48 to 120 values: series a processor second.
# usage: Rscript forecast-speed.R DATA_FOLDER [KEEP_ONE_IN]     (of the series of forecast-speed.py every hundredth by default)
suppressMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
keep <- if (length(arguments) > 1) as.integer(arguments[2]) else 100
rows <- do.call(rbind, lapply(c("m3", "m4_monthly_short"), function(name)
  read.csv(gzfile(file.path(arguments[1], paste0(name, "_train.csv.gz"))), colClasses = "character")))
values <- lapply(strsplit(rows$values, " "), as.numeric)
monthly <- values[rows$m == "12" & lengths(values) >= 48 & lengths(values) <= 120]
chosen <- monthly[seq(1, length(monthly), by = keep)]
started <- proc.time()
for (v in chosen) {
  y <- ts(v, frequency = 12)
  forecast(ets(y), h = 18, level = 95)
  forecast(auto.arima(y), h = 18, level = 95)
  thetaf(y, h = 18, level = 95)
}
spent <- proc.time() - started
seconds <- spent[["user.self"]] + spent[["sys.self"]]
cat(sprintf("%d series, %.1f s, %.2f series a CPU second\n", length(chosen), seconds, length(chosen) / seconds))
