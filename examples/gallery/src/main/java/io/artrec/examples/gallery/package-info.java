/**
 * A gallery in the browser: an application of artrec as somebody would write it, on its public API
 * alone. {@link io.artrec.examples.gallery.GalleryServer} starts it.
 */
@NullMarked
package io.artrec.examples.gallery;

import org.jspecify.annotations.NullMarked;
