package org.hoshimori.oscal;

import gov.nist.secauto.metaschema.core.configuration.DefaultConfiguration;
import gov.nist.secauto.metaschema.core.metapath.DynamicContext;
import gov.nist.secauto.metaschema.core.metapath.item.node.IDocumentNodeItem;
import gov.nist.secauto.metaschema.core.model.IResourceLocation;
import gov.nist.secauto.metaschema.core.model.constraint.ConstraintValidationFinding;
import gov.nist.secauto.metaschema.core.model.constraint.DefaultConstraintValidator;
import gov.nist.secauto.metaschema.core.model.constraint.FindingCollectingConstraintValidationHandler;
import gov.nist.secauto.metaschema.core.model.constraint.IConstraint;
import gov.nist.secauto.metaschema.core.model.constraint.IIndexHasKeyConstraint;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.metaschema.core.model.validation.JsonSchemaContentValidator;
import gov.nist.secauto.metaschema.core.model.validation.XmlSchemaContentValidator;
import gov.nist.secauto.metaschema.databind.io.DeserializationFeature;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.metaschema.databind.io.IBoundLoader;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** The one class that uses NIST's own Java library; loaded only when something is validated. */
final class ConstraintEngine {

    private static final Map<String, String> SCHEMAS = Map.of(
            "catalog", "catalog",
            "profile", "profile",
            "component-definition", "component-definition",
            "system-security-plan", "ssp",
            "assessment-plan", "ap",
            "assessment-results", "ar",
            "plan-of-action-and-milestones", "poam");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String EMPTY = "empty-catalog.json";

    private static final Pattern XML_DECLARATION = Pattern.compile("^<\\?xml\\b[^>]*\\?>");

    private final Path file;
    private final byte[] content;
    private final String root;
    private final OscalFormat format;
    private final Node tree;

    ConstraintEngine(Path file, byte[] content, String root, OscalFormat format, Node tree) {
        this.file = file;
        this.content = content;
        this.root = root;
        this.format = format;
        this.tree = tree;
    }

    List<OscalFinding> findings() {
        try {
            List<OscalFinding> schema = schema();
            // The constraints presume the schema's shape.
            return schema.isEmpty() ? constraints() : schema;
        } catch (IOException | RuntimeException e) {
            return List.of(engineFailed(e));
        }
    }

    private List<OscalFinding> schema() throws IOException {
        String name = SCHEMAS.get(root);
        List<? extends IValidationFinding> findings;
        if (format == OscalFormat.XML) {
            try (InputStream in = resource("/schema/xml/oscal-" + name + "_schema.xsd")) {
                XmlSchemaContentValidator validator = new XmlSchemaContentValidator(List.of(new StreamSource(in)));
                findings = validator
                        .validate(new ByteArrayInputStream(plain()), file.toUri())
                        .getFindings();
            }
        } else {
            try (InputStream in = resource("/schema/json/oscal-" + name + "_schema.json")) {
                JsonSchemaContentValidator validator = new JsonSchemaContentValidator(in);
                findings = validator.validate(json(), file.toUri()).getFindings();
            }
        }
        return findings.stream().map(this::finding).toList();
    }

    /** In UTF-8 without a byte order mark, the one encoding that the library reads. */
    private byte[] plain() throws IOException {
        String text = format == OscalFormat.XML
                ? XML_DECLARATION
                        .matcher(XmlCursor.decoded(file.toString(), content))
                        .replaceFirst("<?xml version=\"1.0\"?>")
                : Encodings.decoded(content, Encodings.unicode(content));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = OscalBindingContext.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name);
        }
        return in;
    }

    private JSONObject json() {
        return new JSONObject((Map<?, ?>) typed(tree));
    }

    /** As JSON types the values, so that the schema sees a YAML number as one. */
    private static Object typed(Node node) {
        return switch (node) {
            case Node.Fields fields -> {
                Map<String, Object> map = new LinkedHashMap<>();
                fields.fields().forEach((key, value) -> map.put(key, typed(value)));
                yield map;
            }
            case Node.Items items ->
                items.items().stream().map(ConstraintEngine::typed).toList();
            case Node.Scalar scalar ->
                switch (scalar.kind()) {
                    case UNQUOTED, NUMBER -> number(scalar);
                    case NULL -> JSONObject.NULL;
                    case TEXT, BOOLEAN -> scalar.plain();
                };
        };
    }

    private static Object number(Node.Scalar scalar) {
        return WHOLE.matcher(scalar.text()).matches() ? (Object) Long.valueOf(scalar.text()) : scalar.number();
    }

    private List<OscalFinding> constraints() throws IOException {
        OscalBindingContext context = OscalBindingContext.instance();
        IBoundLoader loader = context.newBoundLoader();
        loader.disableFeature(DeserializationFeature.DESERIALIZE_VALIDATE_CONSTRAINTS);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Set<String> absent = new TreeSet<>();
        loader.setUriResolver(uri -> local(uri, folder, absent));
        IDocumentNodeItem document = loader.loadAsNodeItem(
                Format.valueOf(format.name()),
                new ByteArrayInputStream(plain()),
                file.toAbsolutePath().toUri());

        FindingCollectingConstraintValidationHandler handler = new FindingCollectingConstraintValidationHandler();
        DefaultConstraintValidator validator = new DefaultConstraintValidator(handler);
        validator.applyConfiguration(new DefaultConfiguration<>());
        DynamicContext dynamic = new DynamicContext(document.getStaticContext());
        dynamic.setDocumentLoader(loader);
        validator.validate(document.getRootAssemblyNodeItem(), dynamic);
        validator.finalizeValidation(dynamic);
        List<OscalFinding> findings = new ArrayList<>();
        absent.forEach(uri -> findings.add(new OscalFinding(
                OscalFinding.Level.WARNING,
                file.toString(),
                0,
                0,
                "",
                OscalMessages.say(Locale.ENGLISH, "oscal.valid.absent", List.of(uri)))));
        handler.getFindings().stream()
                .filter(f -> f.getKind() != IValidationFinding.Kind.PASS)
                .filter(f -> absent.isEmpty() || !restsOnImports(f))
                .map(this::finding)
                .forEach(findings::add);
        return findings;
    }

    /** Whether a finding misses an identifier among those that imported documents hold. */
    private static boolean restsOnImports(ConstraintValidationFinding finding) {
        return finding.getConstraints().stream()
                .anyMatch(c -> c instanceof IIndexHasKeyConstraint key
                        && key.getIndexName().contains("import"));
    }

    /** Documents referred to are read from the document's own folder or below; an empty one stands for any other. */
    private static URI local(URI uri, @Nullable Path folder, Set<String> absent) {
        if ("file".equals(uri.getScheme()) && folder != null) {
            try {
                if (Path.of(uri).toRealPath().startsWith(folder.toRealPath())) {
                    return uri;
                }
            } catch (IOException | IllegalArgumentException e) {
                // It is not there: the same as if it might not be read.
            }
        }
        absent.add(uri.toString());
        URL empty = ConstraintEngine.class.getResource(EMPTY);
        if (empty == null) {
            throw new IllegalStateException(EMPTY);
        }
        return URI.create(empty.toString());
    }

    private OscalFinding engineFailed(Exception e) {
        Throwable cause = e;
        List<Throwable> seen = new ArrayList<>();
        while (cause.getCause() != null && !seen.contains(cause.getCause())) {
            seen.add(cause);
            cause = cause.getCause();
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new OscalFinding(
                OscalFinding.Level.ERROR,
                file.toString(),
                0,
                0,
                "",
                OscalMessages.say(Locale.ENGLISH, "oscal.valid.engine", List.of(oneLine(reason))));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private OscalFinding finding(IValidationFinding finding) {
        String path = finding.getPath() == null ? "" : finding.getPath();
        IResourceLocation at = finding.getLocation();
        int line = at == null ? 0 : Math.max(0, at.getLine());
        int column = at == null ? 0 : Math.max(0, at.getColumn());
        if (at == null && path.startsWith("#")) {
            Node node = at(path);
            line = node.line();
            column = node.column();
        }
        String message = finding.getMessage() == null ? "" : oneLine(finding.getMessage());
        return new OscalFinding(level(finding.getSeverity()), file.toString(), line, column, path, message);
    }

    /** The deepest node on a JSON pointer's way. */
    private Node at(String pointer) {
        Node node = tree;
        for (String step : pointer.replaceFirst("^#/?", "").split("/", -1)) {
            Node next = switch (node) {
                case Node.Fields fields ->
                    fields.fields().get(step.replace("~1", "/").replace("~0", "~"));
                case Node.Items items
                when step.matches("\\d{1,9}")
                        && Integer.parseInt(step) < items.items().size() ->
                    items.items().get(Integer.parseInt(step));
                default -> null;
            };
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private static OscalFinding.Level level(IConstraint.@Nullable Level level) {
        return switch (level == null ? IConstraint.Level.ERROR : level) {
            case CRITICAL, ERROR -> OscalFinding.Level.ERROR;
            case WARNING -> OscalFinding.Level.WARNING;
            case INFORMATIONAL, DEBUG, NONE -> OscalFinding.Level.INFORMATION;
        };
    }
}
