/**
 * Descriptions of works for people: from a record, and what is known of its picture, by sentences
 * of the library's own, or by a language model whose claims are checked against the record. {@link
 * io.artrec.llm.description.Descriptions} writes them.
 */
@NullMarked
package io.artrec.llm.description;

import org.jspecify.annotations.NullMarked;
