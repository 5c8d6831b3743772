GRANT USAGE ON SCHEMA scim TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA scim GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- What the identity provider calls somebody in the register of people.
CREATE TABLE scim.link (
  person      uuid PRIMARY KEY,
  external_id text NOT NULL UNIQUE
);
