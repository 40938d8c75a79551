/** The gallery's pages, each a class: what it shows, what it takes, and what it says. */
@NullMarked
package io.artrec.examples.gallery.page;

import org.jspecify.annotations.NullMarked;
