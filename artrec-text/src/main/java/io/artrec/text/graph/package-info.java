/**
 * Words or sentences as the vertices of a graph, and how central each of them is. {@link
 * io.artrec.text.graph.TextGraph} is what keywords and summaries are ranked by.
 */
@NullMarked
package io.artrec.text.graph;

import org.jspecify.annotations.NullMarked;
