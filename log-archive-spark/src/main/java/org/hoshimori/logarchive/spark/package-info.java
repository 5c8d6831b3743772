/**
 * The log archive's import and review on Apache Spark: the same parsers, the same rules, the same files, in a process of its own. Nothing of
 * it is on the application's class path.
 */
@org.jspecify.annotations.NullMarked
package org.hoshimori.logarchive.spark;
