package org.hoshimori.core.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the directory over TLS, a page at a time; what speaks in the clear, or for another host, is not read. */
@Component
class DirectoryReader {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
    private static final int PAGE = 500;
    private static final int CONNECT_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = 60_000;
    /** Of Active Directory's {@code userAccountControl}: the account is disabled. */
    private static final int DISABLED = 2;

    private static final int LONGEST = 200;

    private final DirectorySettings settings;

    DirectoryReader(DirectorySettings settings) {
        this.settings = settings;
    }

    /** All that the filter finds; none if the directory can't be reached or won't answer. */
    Optional<List<Entry>> read() {
        try (LDAPConnection connection = connect()) {
            if (!settings.user().isEmpty()) {
                connection.bind(settings.user(), settings.password());
            }
            return Optional.of(all(connection));
        } catch (LDAPException | GeneralSecurityException | UncheckedIOException e) {
            LOG.warn("the directory can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private LDAPConnection connect() throws LDAPException, GeneralSecurityException {
        LDAPURL url = new LDAPURL(settings.url());
        SSLUtil tls = settings.authority().isPresent()
                ? new SSLUtil(new PEMFileTrustManager(settings.authority().get().toFile()))
                : new SSLUtil(JVMDefaultTrustManager.getInstance());
        String host = Objects.requireNonNull(url.getHost());
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setFollowReferrals(false);
        // One question after the other: no second thread reads while StartTLS turns the connection over.
        options.setUseSynchronousMode(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        if (url.getScheme().equals("ldaps")) {
            return new LDAPConnection(tls.createSSLSocketFactory(), options, host, url.getPort());
        }
        LDAPConnection connection = new LDAPConnection(options, host, url.getPort());
        ExtendedResult secured =
                connection.processExtendedOperation(new StartTLSExtendedRequest(tls.createSSLContext()));
        if (!ResultCode.SUCCESS.equals(secured.getResultCode())) {
            connection.close();
            throw new LDAPException(secured);
        }
        return connection;
    }

    private List<Entry> all(LDAPConnection connection) throws LDAPException {
        List<Entry> entries = new ArrayList<>();
        ASN1OctetString more = null;
        do {
            SearchRequest request = new SearchRequest(
                    settings.base(),
                    SearchScope.SUB,
                    settings.filter(),
                    settings.number(),
                    "mail",
                    "sn",
                    "givenName",
                    "userAccountControl");
            request.addControl(new SimplePagedResultsControl(PAGE, more));
            SearchResult found = connection.search(request);
            Objects.requireNonNull(found.getSearchEntries()).stream()
                    .map(this::entry)
                    .forEach(entries::add);
            SimplePagedResultsControl next = SimplePagedResultsControl.get(found);
            more = next != null && next.moreResultsToReturn() ? next.getCookie() : null;
        } while (more != null);
        return entries;
    }

    private Entry entry(SearchResultEntry found) {
        Integer control = found.getAttributeValueAsInteger("userAccountControl");
        return new Entry(
                found.getDN(),
                text(found.getAttributeValue(settings.number())),
                text(found.getAttributeValue("mail")).toLowerCase(Locale.ROOT),
                text(found.getAttributeValue("sn")),
                text(found.getAttributeValue("givenName")),
                control == null || (control & DISABLED) == 0);
    }

    private static String text(@Nullable String value) {
        String plain = value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
