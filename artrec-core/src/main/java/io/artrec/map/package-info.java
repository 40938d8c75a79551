/**
 * A collection as a map: {@link io.artrec.map.Tsne} puts works that are alike in a feature near
 * each other on a plane, {@link io.artrec.map.CollectionMap} finds the neighborhoods there and what
 * is telling of each, and {@link io.artrec.map.MapDrawing} draws it.
 */
@NullMarked
package io.artrec.map;

import org.jspecify.annotations.NullMarked;
