/**
 * What words say about an artwork without any model: texts to terms, keywords, topics, word
 * vectors, subjects and moods; opinions by word lists; search and wishes. The concepts live in
 * packages of their own. What a language model or an engine adds to one of them is in the package
 * of the same name of artrec-llm.
 */
@NullMarked
package io.artrec.text;

import org.jspecify.annotations.NullMarked;
