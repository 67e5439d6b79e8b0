"""The judgements on accounts, by the table they make: what makes it, and what it reads."""

from etl import account_measures, incident_posts, log_names, uniqueness

ACCOUNT_NODES = {
    "warehouse.log_name": (log_names.log_names, log_names.READS),
    "warehouse.incident_post": (incident_posts.incident_posts, incident_posts.READS),
    "warehouse.unit_uniqueness": (uniqueness.uniquenesses, uniqueness.READS),
    "warehouse.account_measure": (account_measures.account_measures, account_measures.READS),
}
