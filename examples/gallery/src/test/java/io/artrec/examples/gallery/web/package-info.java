@NullMarked
package io.artrec.examples.gallery.web;

import org.jspecify.annotations.NullMarked;
