/**
 * What words say about an artwork, from classic keywords to sentence embeddings. The concepts live
 * in packages of their own: {@code analysis}, {@code terms}, {@code keyword}, {@code summary},
 * {@code topic}, {@code wordvector}, {@code embedding}, {@code search}, {@code sentiment}, {@code
 * label}, {@code subject}.
 */
@NullMarked
package io.artrec.llm;

import org.jspecify.annotations.NullMarked;
