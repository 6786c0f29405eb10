/** Classes of points in a plane. */
package dev.steep.data.generated.plane;
