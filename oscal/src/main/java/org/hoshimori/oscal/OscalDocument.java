package org.hoshimori.oscal;

/** What this library reads and writes: a catalog or a profile. */
public sealed interface OscalDocument permits OscalCatalog, Profile {

    /** The document's own identifier, new for every published change. */
    String uuid();

    /** Title, dates, versions, roles and parties. */
    Metadata metadata();
}
