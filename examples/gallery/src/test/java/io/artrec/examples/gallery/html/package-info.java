@NullMarked
package io.artrec.examples.gallery.html;

import org.jspecify.annotations.NullMarked;
