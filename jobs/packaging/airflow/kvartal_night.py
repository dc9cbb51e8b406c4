"""A night of Kvartal for every day, in order; a day that was missed is caught up.

The business date is the day that the interval begins: the run that starts on 2 April at 04:15 is the night of 1 April.
"""

import datetime
import subprocess

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

KVARTAL = "/opt/kvartal/kvartal"
CONFIG = "/etc/kvartal/kvartal.yaml"

PUBLISHED = (0, 1)  # 1: with findings
NEVER_AGAIN = 3  # usage or configuration


@dag(
    schedule="15 4 * * *",
    start_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    catchup=True,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": datetime.timedelta(minutes=10)},
    tags=["kvartal"],
)
def kvartal_night():
    @task
    def night(data_interval_start=None):
        as_of = data_interval_start.date().isoformat()
        command = [KVARTAL, "run", "--config", CONFIG, "--as-of", as_of]
        code = subprocess.run(command, check=False).returncode
        if code == NEVER_AGAIN:
            raise AirflowFailException("kvartal: wrong use or configuration; see the log")
        if code not in PUBLISHED:
            raise AirflowException(f"kvartal ended with {code}; the next try resumes")

    night()


kvartal_night()
