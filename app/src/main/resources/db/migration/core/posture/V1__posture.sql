GRANT USAGE ON SCHEMA posture TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA posture GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Somebody's word that a clause is kept; none is ever changed.
CREATE TABLE posture.word (
  id     uuid        PRIMARY KEY,
  clause text        NOT NULL,
  said   text        NOT NULL,
  by     text        NOT NULL,
  at     timestamptz NOT NULL
);
CREATE INDEX word_clause ON posture.word (clause, at DESC);

-- How many clauses of a chapter were in each state at the end of a day.
CREATE TABLE posture.history (
  day     date    NOT NULL,
  chapter text    NOT NULL,
  state   text    NOT NULL,
  clauses integer NOT NULL,
  PRIMARY KEY (day, chapter, state)
);
