/** Words that readers of several modules know. Changes without notice. */
@NullMarked
package io.artrec.words.internal;

import org.jspecify.annotations.NullMarked;
