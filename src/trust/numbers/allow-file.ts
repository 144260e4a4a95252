/** Where a report's allow-list stands, relative to its folder: numbers that no figure says, each with a reason. */
export const allowFile = 'templates/allow.yaml'
