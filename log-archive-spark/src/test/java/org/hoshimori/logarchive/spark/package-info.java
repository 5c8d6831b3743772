/** Tests that need a cluster. */
package org.hoshimori.logarchive.spark;
