package org.hoshimori.cli;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The company's directory, from which people are compared. */
final class DirectoryOptions {

    @CommandLine.Option(
            names = "--directory-url",
            paramLabel = "URL",
            defaultValue = "",
            descriptionKey = "directory-url")
    private String url = "";

    @CommandLine.Option(
            names = "--directory-base",
            paramLabel = "DN",
            defaultValue = "",
            descriptionKey = "directory-base")
    private String base = "";

    @CommandLine.Option(
            names = "--directory-user",
            paramLabel = "DN",
            defaultValue = "",
            descriptionKey = "directory-user")
    private String user = "";

    @CommandLine.Option(
            names = "--directory-password-file",
            paramLabel = "FILE",
            descriptionKey = "directory-password-file")
    private @Nullable Path password;

    @CommandLine.Option(names = "--directory-ca", paramLabel = "FILE", descriptionKey = "directory-ca")
    private @Nullable Path authority;

    @CommandLine.Option(
            names = "--directory-filter",
            paramLabel = "FILTER",
            defaultValue = "(&(objectClass=person)(mail=*))",
            descriptionKey = "directory-filter")
    private String filter = "";

    @CommandLine.Option(
            names = "--directory-number",
            paramLabel = "NAME",
            defaultValue = "employeeNumber",
            descriptionKey = "directory-number")
    private String number = "";

    /** In the application's names; refuses what can't be. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (url.isEmpty()) {
            return settings;
        }
        try {
            new LDAPURL(url);
            Filter.create(filter);
        } catch (LDAPException e) {
            throw new Refused("serve-directory", Errors.oneLine(String.valueOf(e.getMessage())));
        }
        settings.put("hoshimori.directory.url", url);
        settings.put("hoshimori.directory.base", base);
        settings.put("hoshimori.directory.user", user);
        settings.put("hoshimori.directory.filter", filter);
        settings.put("hoshimori.directory.number", number);
        file(settings, "hoshimori.directory.password-file", password);
        file(settings, "hoshimori.directory.ca", authority);
        return settings;
    }

    private static void file(Map<String, Object> settings, String name, @Nullable Path file) {
        if (file == null) {
            return;
        }
        if (!Files.isReadable(file)) {
            throw new Refused("no-such-file", file.toString());
        }
        settings.put(name, file.toAbsolutePath().toString());
    }
}
