-- How long an asset must be kept, where that is no day: 永年, 退職後3年.
ALTER TABLE assets.asset ADD COLUMN retention_term text NOT NULL DEFAULT '';

-- How many there are of each value is asked with every list.
CREATE INDEX asset_values ON assets.asset (confidentiality) WHERE state <> 'gone';
