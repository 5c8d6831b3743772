package org.hoshimori.documents;

/** A format in which a regulation prints. */
public enum Format {
    /** Word, ECMA-376 transitional. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** PDF 1.7, tagged (PDF/UA-1, PDF/A-3a), fonts embedded. */
    PDF("pdf", "application/pdf"),
    /** One self-contained page without scripts. */
    HTML("html", "text/html"),
    /** Markdown as GitHub renders it. */
    MARKDOWN("md", "text/markdown");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The file name's ending, without the dot. */
    public String extension() {
        return extension;
    }

    /** The media type of RFC 6838. */
    public String mediaType() {
        return mediaType;
    }
}
