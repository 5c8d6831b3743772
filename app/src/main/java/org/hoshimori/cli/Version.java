package org.hoshimori.cli;

import org.hoshimori.catalog.CatalogJson;
import picocli.CommandLine;

/** What {@code --version} prints: the program's and the catalog's. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String program = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "hoshimori " + (program == null ? "0.1.0-SNAPSHOT" : program),
            "catalog " + CatalogJson.shipped().version()
        };
    }
}
