GRANT USAGE ON SCHEMA approvals TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA approvals GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- What somebody asks to be approved: exactly the record that the asking room handed over, by its projection's version.
CREATE TABLE approvals.request (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL,
  subject      text        NOT NULL,
  clause       text,
  record       text        NOT NULL,
  projection   integer     NOT NULL,
  address      text        NOT NULL,
  requested_by text        NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_on   date,
  revision     text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'EXPIRED')),
  settled_at   timestamptz,
  CHECK ((state = 'OPEN') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX request_open ON approvals.request (kind, subject) WHERE state = 'OPEN';
CREATE INDEX request_expiry ON approvals.request (expires_on) WHERE state = 'OPEN';
CREATE INDEX request_by ON approvals.request (requested_by, requested_at DESC);
CREATE INDEX request_at ON approvals.request (requested_at DESC, id);

-- Who is to decide: seats of one position decide side by side, positions one after the other. Waiting: it is this seat's turn.
CREATE TABLE approvals.seat (
  request    uuid    NOT NULL REFERENCES approvals.request (id),
  position   integer NOT NULL,
  seat       integer NOT NULL,
  posts      text[]  NOT NULL,
  department uuid,
  waiting    boolean NOT NULL,
  verdict    text    CHECK (verdict IN ('APPROVE', 'RETURN', 'REFUSE')),
  decided_by uuid,
  decided_at timestamptz,
  post       text,
  standing_in boolean,
  comment    text,
  PRIMARY KEY (request, position, seat),
  CHECK ((verdict IS NULL) = (decided_by IS NULL))
);
CREATE INDEX seat_waiting ON approvals.seat (posts, department) WHERE waiting;

CREATE TABLE approvals.remark (
  request uuid        NOT NULL REFERENCES approvals.request (id),
  at      timestamptz NOT NULL,
  by      text        NOT NULL,
  words   text        NOT NULL
);
CREATE INDEX remark_request ON approvals.remark (request, at);
