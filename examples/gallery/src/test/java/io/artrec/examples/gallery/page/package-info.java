@NullMarked
package io.artrec.examples.gallery.page;

import org.jspecify.annotations.NullMarked;
