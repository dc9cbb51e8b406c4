# What R's forecast package says of the series of forecast-golden.py, which calls this script.
# usage: Rscript forecast-golden.R SERIES.txt OUT_FOLDER
suppressPackageStartupMessages(library(forecast))

arguments <- commandArgs(TRUE)
rows <- strsplit(grep("^#", readLines(arguments[1]), value = TRUE, invert = TRUE), " ")
row <- function(name, key) {
  for (r in rows) if (r[1] == name && r[2] == key) return(as.numeric(r[-(1:2)]))
}
names <- unique(sapply(rows, `[`, 1))
versions <- sprintf("# R %s.%s, package forecast %s", R.version$major, R.version$minor, packageVersion("forecast"))

put <- function(file, name, key, what, ..., digits = 6) {
  numbers <- formatC(c(...), digits = digits, format = "g", width = 1)
  cat(paste(c(name, key, what, numbers), collapse = " "), "\n", file = file, sep = "")
}

forms <- c("ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN")
seasonal_forms <- c("ANA", "AAA", "AAdA", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM")

write_ets <- function(file, name, y, h, form) {
  damped <- grepl("d", form)
  fit <- tryCatch(ets(y, model = sub("d", "", form), damped = damped), error = function(e) NULL)
  # Too few values for the form: the reference falls back to another method.
  if (is.null(fit) || !inherits(fit, "ets")) return()
  smoothing <- fit$par[intersect(c("alpha", "beta", "gamma", "phi"), names(fit$par))]
  put(file, name, form, "deviance", -2 * fit$loglik, digits = 9)
  put(file, name, form, "aicc", fit$aicc, digits = 9)
  put(file, name, form, "sigma2", fit$sigma2)
  put(file, name, form, "smoothing", smoothing, digits = 9)
  # Level, trend, then the seasons of the first values in their order, the last one left out.
  state <- fit$initstate
  seasons <- rev(state[grepl("^s", names(state))])
  put(file, name, form, "state", state[!grepl("^s", names(state))], head(seasons, -1), digits = 9)
  put(file, name, form, "mean", forecast(fit, h, PI = FALSE)$mean)
  interval <- forecast(fit, h, level = 95)
  put(file, name, form, "width", (interval$upper - interval$lower) / 2)
}

# p d q P D Q constant
orders <- list(c(1, 0, 0, 0, 0, 0, 1), c(0, 1, 1, 0, 0, 0, 0), c(0, 1, 1, 0, 0, 0, 1), c(1, 1, 0, 0, 0, 0, 1),
               c(1, 1, 1, 0, 0, 0, 0), c(0, 2, 1, 0, 0, 0, 0), c(2, 0, 1, 0, 0, 0, 1))
seasonal_orders <- list(c(0, 1, 1, 0, 0, 0, 1), c(0, 1, 1, 0, 1, 1, 0), c(1, 0, 0, 0, 1, 1, 1), c(2, 0, 0, 1, 0, 0, 1),
                        c(1, 1, 1, 0, 0, 1, 0), c(1, 0, 1, 1, 1, 0, 1), c(0, 1, 1, 1, 0, 0, 1))

write_arima <- function(file, name, y, h, order) {
  m <- frequency(y)
  constant <- order[7] == 1
  fit <- tryCatch(
    Arima(y, order = order[1:3], seasonal = list(order = order[4:6], period = m), method = "ML",
          include.drift = constant && order[2] + order[5] > 0, include.mean = constant && order[2] + order[5] == 0),
    error = function(e) NULL)
  if (is.null(fit)) return()
  key <- paste(c("order", order), collapse = ".")
  put(file, name, key, "order", order)
  write_fit(file, name, key, fit, h)
}
write_fit <- function(file, name, key, fit, h) {
  put(file, name, key, "deviance", -2 * fit$loglik, digits = 9)
  put(file, name, key, "aicc", fit$aicc, digits = 9)
  put(file, name, key, "sigma2", fit$sigma2)
  if (length(fit$coef) > 0) put(file, name, key, "coefficients", fit$coef, digits = 9)
  interval <- forecast(fit, h, level = 95)
  put(file, name, key, "mean", interval$mean)
  put(file, name, key, "width", (interval$upper - interval$lower) / 2)
}

write_auto <- function(file, name, y, h) {
  fit <- auto.arima(y, stepwise = TRUE)
  o <- fit$arma
  constant <- any(c("drift", "intercept") %in% names(fit$coef))
  put(file, name, "auto", "order", o[1], o[6], o[2], o[3], o[7], o[4], as.numeric(constant))
  write_fit(file, name, "auto", fit, h)
}

open <- function(name, ...) {
  file <- base::file(file.path(arguments[2], name), "w")
  writeLines(c(versions, ..., "# Written by bench/forecast-golden.R."), file)
  file
}

ets_file <- open("ets.txt", "# ets(y, model, damped) for each form, ets(y) for auto; deviance = -2 loglik (R's, without constants)",
                 "# state: level, trend, seasons from the first value on; mean: forecast(PI = FALSE); width: half of the 95 % interval")
arima_file <- open("arima.txt", "# Arima(y, order, seasonal, include.drift or include.mean, method = \"ML\"), auto.arima(y, stepwise = TRUE)",
                   "# order: p d q P D Q constant; deviance = -2 loglik; width: half of the 95 % interval")
theta_file <- open("theta.txt", "# thetaf(y, h, level = 95); width: half of the interval")
for (name in names) {
  y <- ts(row(name, "values"), frequency = row(name, "season"))
  h <- row(name, "horizon")
  seasonal <- frequency(y) > 1
  for (form in if (seasonal) seasonal_forms else forms) write_ets(ets_file, name, y, h, form)
  auto <- ets(y)
  put(ets_file, name, "auto", "aicc", auto$aicc)
  put(ets_file, name, "auto", "mean", forecast(auto, h, PI = FALSE)$mean)
  for (order in if (seasonal) seasonal_orders else orders) write_arima(arima_file, name, y, h, order)
  write_auto(arima_file, name, y, h)
  theta <- thetaf(y, h, level = 95)
  put(theta_file, name, "thetaf", "mean", theta$mean)
  put(theta_file, name, "thetaf", "width", (theta$upper - theta$lower) / 2)
}
invisible(lapply(list(ets_file, arima_file, theta_file), close))
