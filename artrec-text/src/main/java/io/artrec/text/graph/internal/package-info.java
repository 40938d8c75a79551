/**
 * Words or sentences as the vertices of a graph, and how central each of them is. {@link
 * io.artrec.text.graph.internal.TextGraph} is what keywords and summaries are ranked by.
 */
@NullMarked
package io.artrec.text.graph.internal;

import org.jspecify.annotations.NullMarked;
