/**
 * OSCAL catalogs and profiles: read and written as JSON, XML and YAML, resolved by NIST's profile resolution
 * specification, and any OSCAL document validated. Works offline: nothing is ever fetched, and no file outside the
 * folders given is opened unless it is named.
 *
 * <p>Prose is kept as the Markdown that OSCAL's JSON uses; the XML form is made from it and turned into it.
 */
@NullMarked
package org.hoshimori.oscal;

import org.jspecify.annotations.NullMarked;
