/** What features of sentence vectors and search by meaning agree on; changes without notice. */
@NullMarked
package io.artrec.text.embedding.internal;

import org.jspecify.annotations.NullMarked;
