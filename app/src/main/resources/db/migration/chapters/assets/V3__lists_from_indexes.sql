-- A page of the list is found in an index alone, however far down it is; only its rows are read whole.
DROP INDEX assets.asset_name, assets.asset_confidentiality, assets.asset_importance, assets.asset_changed, assets.asset_retained;
CREATE INDEX asset_code ON assets.asset (code) INCLUDE (id) WHERE state <> 'gone';
CREATE INDEX asset_name ON assets.asset (name, id) WHERE state <> 'gone';
CREATE INDEX asset_confidentiality ON assets.asset (confidentiality DESC, code) INCLUDE (id) WHERE state <> 'gone';
CREATE INDEX asset_importance ON assets.asset (importance DESC, code) INCLUDE (id) WHERE state <> 'gone';
CREATE INDEX asset_changed ON assets.asset (changed_at DESC, id) WHERE state <> 'gone';
CREATE INDEX asset_retained ON assets.asset (retained_until, code) INCLUDE (id) WHERE state <> 'gone';
