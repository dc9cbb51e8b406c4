#!/bin/sh
# Kills two nights at every step and inside what the steps write, and compares what they publish with undisturbed ones.
# A line for each kill; ends with 1 unless all is equal.
# usage: bench/kill-loop.sh [KILLS]     (from the root of the repository; 60 kills take some 20 minutes on two free cores)
set -eu
./mvnw -q -pl jobs -am test-compile dependency:build-classpath -DincludeScope=test \
  '-Dmdep.outputFile=${project.build.directory}/test.classpath'
modules=$(for module in jobs reports forecast/run forecast/core ingest; do printf '%s:' "$PWD/$module/target/classes"; done)
opens=$(sed -n "s:.*<spark.opens>\(.*\)</spark.opens>.*:\1:p" pom.xml)
cd jobs
exec java $opens -Xmx2g -Duser.timezone=UTC -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
  -cp "target/test-classes:$modules$(cat target/test.classpath)" org.kvartal.jobs.KillLoop "$@"
