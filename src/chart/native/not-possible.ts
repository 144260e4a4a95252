/** A fault that makes a chart a picture: thrown within the native stage only, and caught at its door. */
export class NotPossible extends Error {}
