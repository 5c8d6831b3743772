package org.hoshimori.chapters.mail;

import java.time.ZonedDateTime;

/** A line of a list of reports, with its reporter's name. */
record MailReportRow(MailReport report, String reporter, ZonedDateTime at) {}
