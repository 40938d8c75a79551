/**
 * HTML and SVG as a tree that escapes what it holds: text can only become text, and an attribute
 * only an attribute.
 */
@NullMarked
package io.artrec.examples.gallery.html;

import org.jspecify.annotations.NullMarked;
