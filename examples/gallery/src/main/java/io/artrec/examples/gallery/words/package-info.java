/**
 * What the gallery says, in each of its languages. Reasons and the like are the library's words.
 */
@NullMarked
package io.artrec.examples.gallery.words;

import org.jspecify.annotations.NullMarked;
