package org.hoshimori.chapters.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.LabelSheet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Labels for printing: of chosen assets, or of all that a list shows. */
@Controller
@ConditionalOnWebApplication
class LabelPages {

    /** Fifty pages. */
    private static final int MOST = 500;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Assets assets;
    private final AssetList list;
    private final AssetWords words;
    private final Viewers viewers;
    private final Labels labels;
    private final MessageSource messages;

    LabelPages(
            Assets assets, AssetList list, AssetWords words, Viewers viewers, Labels labels, MessageSource messages) {
        this.assets = assets;
        this.list = list;
        this.words = words;
        this.viewers = viewers;
        this.labels = labels;
        this.messages = messages;
    }

    @GetMapping("/assets/labels.pdf")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<byte[]> labels(@RequestParam MultiValueMap<String, String> asked, Locale locale) throws IOException {
        Viewer viewer = viewers.now();
        List<Asset> wanted = asked.containsKey("ids")
                ? chosen(asked.getOrDefault("ids", List.of()), viewer)
                : list.rows(AssetList.Wish.of(asked.toSingleValueMap()), viewer, MOST, 0);
        AssetWords.Said said = words.on(wanted, locale);
        String place = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/assets/")
                .toUriString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(
                new LabelSheet(
                        Revision.language(locale),
                        messages.getMessage("asset.labels", null, locale),
                        wanted.stream()
                                .map(a -> labels.label(a, said, place + a.id()))
                                .toList()),
                out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("labels.pdf")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private List<Asset> chosen(List<String> ids, Viewer viewer) {
        return assets
                .find(ids.stream()
                        .filter(i -> ID.matcher(i).matches())
                        .limit(MOST)
                        .map(AssetId::of)
                        .toList())
                .values()
                .stream()
                .filter(viewer::sees)
                .sorted(java.util.Comparator.comparing(Asset::code))
                .toList();
    }
}
