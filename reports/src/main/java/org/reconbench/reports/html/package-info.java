/**
 * The document as one self-contained HTML page: style, script and pictures inside, nothing fetched, a strict
 * content-security policy, well-formed as XML. Every text is escaped by the template engine.
 */
@NullMarked
package org.reconbench.reports.html;

import org.jspecify.annotations.NullMarked;
