import { escapeText } from '../../../opc/xml.ts'
import type { Metadata } from './metadata.ts'

/**
 * The RDF descriptions of an XMP packet, beside the PDF/A one that pdfkit writes: metadata, the PDF/UA identification,
 * and the
 * extension schema that PDF/A wants for it. pdfkit's own descriptions do not escape: an `R&D` in the title breaks the
 * packet.
 */
export function xmpDescriptions(metadata: Metadata): string {
  const date = metadata.date.toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    description('xmp', 'http://ns.adobe.com/xap/1.0/', [
      element('xmp:CreateDate', date),
      element('xmp:ModifyDate', date),
      element('xmp:CreatorTool', escapeText(metadata.creator)),
    ]),
    description('dc', 'http://purl.org/dc/elements/1.1/', [
      element('dc:title', alternative(metadata.title)),
      element('dc:creator', array('Seq', metadata.author)),
      element('dc:publisher', array('Bag', metadata.publisher)),
      ...(metadata.subject ? [element('dc:description', alternative(metadata.subject))] : []),
      element('dc:language', array('Bag', metadata.language)),
    ]),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', [
      element('pdf:Producer', escapeText(metadata.producer)),
      ...(metadata.keywords ? [element('pdf:Keywords', escapeText(metadata.keywords))] : []),
    ]),
    description('pdfuaid', uaNamespace, [element('pdfuaid:part', '1')]),
    uaExtensionSchema,
  ].join('\n')
}

const uaNamespace = 'http://www.aiim.org/pdfua/ns/id/'

const uaExtensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${uaNamespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

function description(prefix: string, namespace: string, elements: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">\n${elements.join('\n')}\n</rdf:Description>`
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeText(text)}</rdf:li></rdf:Alt>`
}

function array(kind: 'Seq' | 'Bag', text: string): string {
  return `<rdf:${kind}><rdf:li>${escapeText(text)}</rdf:li></rdf:${kind}>`
}
