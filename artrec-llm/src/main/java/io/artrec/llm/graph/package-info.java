/**
 * Words or sentences as the vertices of a graph, and how central each of them is. {@link
 * io.artrec.llm.graph.TextGraph} is what keywords and summaries are ranked by.
 */
@NullMarked
package io.artrec.llm.graph;

import org.jspecify.annotations.NullMarked;
