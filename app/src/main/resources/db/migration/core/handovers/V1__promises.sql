GRANT USAGE ON SCHEMA handovers TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA handovers GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- By when what a leaver holds will be handed over, where it is not done at once.
CREATE TABLE handovers.promise (
  person uuid PRIMARY KEY,
  by_day date NOT NULL
);
