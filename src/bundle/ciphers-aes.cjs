// What pdfkit encrypts with, loaded when it is first called: its tables are computed as it loads.
exports.cbc = (...args) => require('@noble/ciphers/aes').cbc(...args)
exports.ecb = (...args) => require('@noble/ciphers/aes').ecb(...args)
