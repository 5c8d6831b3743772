-- What is to be run when, by db-scheduler: one row a recurring job, one a job that is run once.
GRANT USAGE ON SCHEMA storage TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA storage GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

CREATE TABLE storage.job (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_due ON storage.job (execution_time);
CREATE INDEX job_heartbeat ON storage.job (last_heartbeat);
